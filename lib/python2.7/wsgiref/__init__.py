"""WSGI (PEP 333): util, headers, handlers, simple_server, validate."""
