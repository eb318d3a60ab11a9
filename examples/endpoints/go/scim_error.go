package main

import "fmt"

// scimError becomes an answer with an error body (RFC 7644 section 3.12).
type scimError struct {
	status           int
	scimType, detail string
}

func (e *scimError) Error() string { return e.detail }

func failure(status int, format string, values ...any) *scimError {
	return &scimError{status: status, detail: fmt.Sprintf(format, values...)}
}

func invalid(scimType, format string, values ...any) *scimError {
	return &scimError{400, scimType, fmt.Sprintf(format, values...)}
}

// fail ends the request: respond turns it into an answer.
func fail(e *scimError) { panic(e) }
