"""A believable office of any size, the same for the same seed."""

from cims_desktop.services.demo.office import DEMO_CUSTOMERS, DemoOffice, make_demo

__all__ = ["DEMO_CUSTOMERS", "DemoOffice", "make_demo"]
