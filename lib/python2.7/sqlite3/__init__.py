"""Databases of SQLite, by the interface of PEP 249."""

from sqlite3.dbapi2 import *
