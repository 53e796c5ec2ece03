mine = 'local textwrap wins'
