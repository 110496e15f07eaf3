"""What the made-up customers did: purchases, interactions, answers."""
