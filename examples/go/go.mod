module example.org/nyhetssok-example

go 1.24
