import tool
print __name__, tool.__name__, tool.main()
