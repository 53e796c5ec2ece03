class Warning2(Warning): pass
raise Warning2('a warning raised')
