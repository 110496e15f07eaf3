"""Nothing stored can be read from the files without the key."""

from __future__ import annotations

from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.services.office import OpenOffice
from tests.offices import NOON, PASSWORD, add_customer

WORDS = ("Quetzalcoatl", "羽蛇神殿", "13912345678", "quetzal@example.com", "plumed serpent note")


def test_no_stored_text_is_in_the_file_its_wal_or_anything_beside_it(office: OpenOffice) -> None:
    from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint

    points = (ContactPoint(ContactKind.MOBILE, WORDS[2]), ContactPoint(ContactKind.EMAIL, WORDS[3]))
    customer_id = add_customer(office, WORDS[0], contacts=points, addresses=(Address(street=WORDS[1]),))
    office.timeline.record(Interaction(customer_id, InteractionKind.NOTE, NOON, WORDS[4]), by=office.user)
    office.drafts.save("customer", customer_id, {"note": WORDS[4]}, by=office.user)

    files = [path for path in office.path.parent.iterdir() if path.is_file()]
    before_checkpoint = {path.name: path.read_bytes() for path in files}
    office.close()
    after = {path.name: path.read_bytes() for path in office.path.parent.iterdir() if path.is_file()}

    assert any(name.endswith("-wal") for name in before_checkpoint)
    for content in (*before_checkpoint.values(), *after.values()):
        for word in (*WORDS, PASSWORD, "customer", "SQLite format 3"):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in content or (word == "customer" and encoding != "utf-8")


def test_office_files_are_for_their_owner_alone(office: OpenOffice) -> None:
    import sys

    if sys.platform == "win32":
        return
    for path in office.path.parent.glob("riverside*"):
        assert path.stat().st_mode & 0o077 == 0, path.name
