name = 'local string module'
