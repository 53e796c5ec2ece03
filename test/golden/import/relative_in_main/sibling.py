x = 'sibling'
