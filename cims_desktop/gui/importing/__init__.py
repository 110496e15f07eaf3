"""The import wizard's pages, models and words."""
