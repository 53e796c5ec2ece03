import os
os.rmdir('/no/such/dir')
