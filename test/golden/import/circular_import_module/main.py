import a
print a.get_b(), a.b.get_a()
