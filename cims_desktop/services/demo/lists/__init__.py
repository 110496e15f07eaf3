"""Own word lists of the demo office: names, places, products and sentences."""
