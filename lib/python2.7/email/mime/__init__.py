"""Classes for messages of the MIME types."""
