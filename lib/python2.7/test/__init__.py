"""Support for CPython's own tests; the tests themselves are not here."""
