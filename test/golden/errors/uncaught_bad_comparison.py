print sorted([1j, 2j])
