module example.com/scim

go 1.19
