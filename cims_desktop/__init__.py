"""Customer information management on the desk of a small office."""

__version__ = "0.1.0"
