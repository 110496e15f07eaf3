"""Western given names and surnames, of several origins, for people who do not exist."""

from __future__ import annotations

from typing import Final

from cims_desktop.services.demo.lists.parsing import words

MEN: Final = words(
    "Liam Noah Oliver James Lucas Henry Ethan Jack Daniel Samuel Oscar Leo Adam Mark Paul Peter Simon "
    "Thomas Martin David Alex Robert Michael Andrew Stephen Patrick Felix Jonas Lukas Matteo Hugo Louis "
    "Antoine Julien Erik Nils Anders Stefan Tobias Marco Diego Carlos Miguel Rafael Omar Yusuf Arjun "
    "Rohan Vikram Minh Kenji Marek Piotr Ivan Dmitri George Victor Charles Edward Graham"
)
WOMEN: Final = words(
    "Olivia Emma Ava Mia Sofia Grace Chloe Isla Emily Charlotte Amelia Ella Lily Hannah Lucy Alice Ruby "
    "Freya Clara Nora Julia Sarah Laura Rachel Helen Margaret Susan Karen Anna Lena Marie Camille Léa "
    "Manon Ingrid Astrid Elsa Greta Katrin Sabine Giulia Valentina Lucía Carmen Isabel Paula Aisha "
    "Leila Priya Anjali Meera Linh Yuki Agnieszka Zofia Irina Natalia Rebecca Victoria Zoë"
)
SURNAMES: Final = words(
    "Smith Johnson Brown Miller Davis Wilson Moore Taylor Clark Hughes Walker Wright Thompson White "
    "Hall Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans "
    "Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey Bell Kelly Howard Ward "
    "Cox Richardson Wood Watson Brooks Bennett Gray Price Foster Barnes Ross Henderson Jenkins Perry "
    "Powell Long Patterson Butler Simmons Griffin Hayes Graham Sullivan Wallace West Cole Hamilton Ford "
    "Marshall Mason Hunt Black Palmer Mills Webb Fletcher Ellis Harvey Pearce Lawson Holmes Dixon "
    "Fraser O'Connor O'Brien MacDonald Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann "
    "Koch Richter Klein Wolf Schröder Neumann Krüger Dubois Lefèvre Moreau Laurent Girard Rousseau "
    "Fontaine Chevalier Garnier Lindqvist Johansson Nilsson Bergström Lundgren Rossi Ferrari Bianchi "
    "Romano García Martínez López Fernández Silva Costa Kowalski Nowak Wiśniewska Novák Horvat Petrov "
    "Volkov Nguyen Tran Pham Patel Sharma Gupta Mehta Khan Rahman Haddad Tanaka Sato Kim"
)
