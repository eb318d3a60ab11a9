// A SCIM 2.0 endpoint of the standard library alone: go run . --port 3000 --token secret [--fault NAME[,NAME…]]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

func main() {
	port := flag.Int("port", 3000, "")
	host := flag.String("host", "127.0.0.1", "")
	token := flag.String("token", "secret", "")
	fault := flag.String("fault", "", "NAME[,NAME…]")
	isList := flag.Bool("list-faults", false, "")
	flag.Parse()
	if *isList {
		listFaults()
		return
	}
	faults, err := readFaults(*fault)
	if err != nil {
		refuse(err)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(*host, strconv.Itoa(*port)))
	if err != nil {
		refuse(fmt.Errorf("Nothing can be served on port %d: %w", *port, err))
	}
	fmt.Printf("SCIM at http://%s%s\n", listener.Addr(), basePath)
	serve(listener, &server{directory: newDirectory(faults), token: *token})
}

// serve ends with what is in flight at SIGTERM and Ctrl-C.
func serve(listener net.Listener, handler http.Handler) {
	stopped, forget := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer forget()
	answering := &http.Server{Handler: handler}
	closed := make(chan struct{})
	go func() {
		<-stopped.Done()
		_ = answering.Shutdown(context.Background())
		close(closed)
	}()
	if err := answering.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		refuse(err)
	}
	<-closed
}

func refuse(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(2)
}
