class Done(SystemExit): pass
raise Done('done text')
