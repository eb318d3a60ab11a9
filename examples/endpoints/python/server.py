#!/usr/bin/env python3
"""A SCIM 2.0 endpoint of the standard library alone: python3 server.py --port 3000 --token secret [--fault NAME[,NAME…]]"""

import argparse
import copy
import hmac
import json
import re
import signal
import sys
import threading
import uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote

from scim import ENTERPRISE, KINDS, SCHEMAS, Filter, Path, ScimError, apply_patch, invalid, read_resource

FAULTS = {
    "string-false-is-true": 'The text "False" is true, as all text that is not empty.',
    "patch-without-path-ignored": "Operations without a path are answered 200 and not done.",
    "member-add-replaces": "An added member is the only member.",
    "member-remove-empties-group": "One member removed with a value empties the group.",
    "case-sensitive-user-name": "userName is compared case-sensitively in filters.",
    "duplicates-created": "A second person of the same userName is created.",
    "first-page-only": "startIndex is ignored.",
    "put-merges": "PUT keeps what the body does not mention.",
    "deleted-still-there": "DELETE is answered 204, and the person stays.",
    "no-soft-delete": "active is ignored: nobody can be disabled.",
}
BASE = "/scim/v2"
MAX_PAGE = 200
MAX_BODY = 2_000_000
CORE = "urn:ietf:params:scim:schemas:core:2.0"
LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"


class Directory:
    """People and groups in memory. Requests come one at a time."""

    def __init__(self, faults):
        self.faults = faults
        self.records = {"User": {}, "Group": {}}

    def find(self, kind, id):
        if id not in self.records[kind]:
            raise ScimError(404, f"There is no {kind.lower()} {id}.")
        return self.records[kind][id]

    def write(self, kind, data, record=None):
        checked = self.checked_user(data, record) if kind == "User" else self.checked_group(data, record)
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        record = record or {"id": str(uuid.uuid4()), "created": now}
        record.update(data=checked, lastModified=now)
        self.records[kind][record["id"]] = record
        return record

    def checked_user(self, given, record):
        data = {**given, "active": given.get("active", record["data"]["active"] if record else True)}
        data.pop("password", None)
        name = data.get("userName", "").lower()
        if not name.strip():
            raise invalid("userName is required.")
        others = [one for one in self.records["User"].values() if one is not record]
        if "duplicates-created" not in self.faults and any(one["data"]["userName"].lower() == name for one in others):
            raise ScimError(409, f"There is a user {data['userName']} already.", "uniqueness")
        if "no-soft-delete" in self.faults:
            data["active"] = True
        return data

    def checked_group(self, data, record):
        if not data.get("displayName", "").strip():
            raise invalid("displayName is required.")
        before = {member["value"] for member in (record or {}).get("data", {}).get("members", [])}
        for member in data.get("members", []):
            id = member.get("value")
            if id not in before and not any(id in records for records in self.records.values()):
                raise invalid(f"There is nobody with the id {id}.")
        return data

    def remove(self, kind, record):
        if "deleted-still-there" in self.faults:
            return
        del self.records[kind][record["id"]]
        for group in self.records["Group"].values():
            members = group["data"].get("members", [])
            group["data"]["members"] = [member for member in members if member["value"] != record["id"]]
        for user in self.records["User"].values():
            enterprise = user["data"].get(ENTERPRISE, {})
            if enterprise.get("manager", {}).get("value") == record["id"]:
                del enterprise["manager"]

    def rendered(self, kind, record, base):
        known = KINDS[kind]
        data = copy.deepcopy(record["data"])
        schemas = [known["urn"], ENTERPRISE] if data.get(ENTERPRISE) else [known["urn"]]
        if kind == "Group" and not data.get("members"):
            data.pop("members", None)
        elif kind == "Group":
            data["members"] = [self.member(member["value"], base) for member in data["members"]]
        else:
            groups = [
                {"value": id, "$ref": f"{base}/Groups/{id}", "display": group["data"]["displayName"], "type": "direct"}
                for id, group in self.records["Group"].items()
                if any(member["value"] == record["id"] for member in group["data"].get("members", []))
            ]
            data.update({"groups": groups} if groups else {})
        location = f"{base}{known['path']}/{record['id']}"
        meta = {"resourceType": kind, "created": record["created"], "lastModified": record["lastModified"], "location": location}
        return {"schemas": schemas, "id": record["id"], **data, "meta": meta}

    def member(self, id, base):
        kind = "Group" if id in self.records["Group"] else "User"
        return {"value": id, "$ref": f"{base}{KINDS[kind]['path']}/{id}", "type": kind}


def project(resource, kind, query):
    """`attributes` and `excludedAttributes` (RFC 7644 section 3.9)."""
    paths = lambda text: [path for path in (Path.parse(name.strip(), kind) for name in text.split(",")) if path]
    if "attributes" in query:
        return only(resource, paths(query["attributes"]))
    for path in paths(query.get("excludedAttributes", "")):
        container = resource.get(ENTERPRISE, {}) if path.is_extension else resource
        if not path.attribute:
            resource.pop(ENTERPRISE, None)
        elif path.sub:
            for element in path.elements(resource):
                element.pop(path.sub["name"], None)
        elif path.attribute["returned"] != "always":
            container.pop(path.attribute["name"], None)
    return resource


def only(resource, paths):
    kept = {"schemas": resource["schemas"], "id": resource["id"]}
    for path in paths:
        source = resource.get(ENTERPRISE, {}) if path.is_extension else resource
        if not path.attribute:
            kept.update({ENTERPRISE: source} if source else {})
        elif path.attribute["name"] in source:
            target = kept.setdefault(ENTERPRISE, {}) if path.is_extension else kept
            name = path.attribute["name"]
            target[name] = with_only(source[name], path.sub["name"], target.get(name)) if path.sub else source[name]
    return kept


def with_only(value, name, before):
    if isinstance(value, list):
        return [with_only(one, name, before[index] if before else None) for index, one in enumerate(value)]
    return {**(before or {}), **({name: value[name]} if name in value else {})}


def discovery(base):
    supported = lambda answer, **more: {"supported": answer, **more}
    scheme = {"type": "oauthbearertoken", "name": "OAuth Bearer Token", "description": "A token in the Authorization header."}
    types = [
        {"schemas": [f"{CORE}:ResourceType"], "id": name, "name": name, "endpoint": kind["path"], "schema": kind["urn"],
         "description": name, "schemaExtensions": [{"schema": ENTERPRISE, "required": False}] if name == "User" else [],
         "meta": {"resourceType": "ResourceType", "location": f"{base}/ResourceTypes/{name}"}}
        for name, kind in KINDS.items()
    ]
    schemas = [
        {"schemas": [f"{CORE}:Schema"], "id": urn, "name": urn.split(":")[-1], "description": urn, "attributes": attributes,
         "meta": {"resourceType": "Schema", "location": f"{base}/Schemas/{urn}"}}
        for urn, attributes in SCHEMAS.items()
    ]
    config = {
        "schemas": [f"{CORE}:ServiceProviderConfig"], "patch": supported(True), "changePassword": supported(False),
        "bulk": supported(False, maxOperations=0, maxPayloadSize=0), "filter": supported(True, maxResults=MAX_PAGE),
        "sort": supported(False), "etag": supported(False), "authenticationSchemes": [scheme],
        "meta": {"resourceType": "ServiceProviderConfig", "location": f"{base}/ServiceProviderConfig"},
    }
    return {"ServiceProviderConfig": config, "ResourceTypes": types, "Schemas": schemas}


def list_of(resources, start=1):
    return {"schemas": [LIST], "totalResults": len(resources), "startIndex": start, "itemsPerPage": len(resources), "Resources": resources}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body of an answer in one packet.
    wbufsize = 65536
    disable_nagle_algorithm = True
    directory = None
    token = ""
    lock = threading.Lock()

    def handle_request(self):
        try:
            body = self.read_body()
            with self.lock:
                status, answer = self.answer(body)
        except ScimError as error:
            scim_type = {"scimType": error.scim_type} if error.scim_type else {}
            status, answer = error.status, {"schemas": [ERROR], "status": str(error.status), **scim_type, "detail": error.detail}
        except Exception as error:  # A bug of ours is an answer too, and nobody else's business.
            print(f"{self.command} {self.path}: {error!r}", file=sys.stderr)
            status, answer = 500, {"schemas": [ERROR], "status": "500", "detail": "Something went wrong."}
        self.respond(status, answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request

    def read_body(self):
        """Read in any case, so that the connection can go on."""
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise ScimError(411, "A body needs a Content-Length.")
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY:
            self.close_connection = True
            raise ScimError(413, "The body is too large.")
        raw = self.rfile.read(length)
        if not raw:
            return None
        if not hmac.compare_digest(self.headers.get("Authorization", "").encode(), f"Bearer {self.token}".encode()):
            return None
        if self.headers.get_content_type() not in ("application/json", "application/scim+json"):
            raise ScimError(415, f"{self.headers.get('Content-Type')} is not taken.")
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise invalid("The body is not JSON.", "invalidSyntax") from None

    def respond(self, status, answer):
        data = b"" if answer is None else json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", "Bearer")
        if answer is not None:
            self.send_header("Content-Type", "application/scim+json")
        if status == 201:
            self.send_header("Location", answer["meta"]["location"])
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer(self, body):
        if not hmac.compare_digest(self.headers.get("Authorization", "").encode(), f"Bearer {self.token}".encode()):
            raise ScimError(401, "The token is missing or wrong.")
        path = re.sub(r"/{2,}", "/", self.path.split("?", 1)[0]).rstrip("/")
        query = {name: values[0] for name, values in parse_qs(self.path.partition("?")[2], keep_blank_values=True).items()}
        if not path.startswith(BASE + "/"):
            raise ScimError(404, "There is nothing here.")
        name, *rest = map(unquote, path[len(BASE) + 1:].split("/"))
        base = f"http://{self.headers.get('Host')}{BASE}"
        kind = {"Users": "User", "Groups": "Group"}.get(name)
        if kind and len(rest) <= 1:
            return self.resource(kind, rest[0] if rest else None, body, query, base)
        return self.discover(name, rest, base, query)

    def discover(self, name, rest, base, query):
        found = discovery(base).get(name)
        if self.command != "GET" or found is None or len(rest) > 1:
            raise ScimError(404, "There is nothing here.")
        if "filter" in query:
            raise ScimError(403, "There are no filters here.")
        if rest:
            found = next((one for one in found if isinstance(one, dict) and one["id"].lower() == rest[0].lower()), None)
            if not found:
                raise ScimError(404, f"There is no {rest[0]}.")
        return 200, list_of(found) if isinstance(found, list) else found

    def resource(self, kind, id, body, query, base):
        directory, faults = self.directory, self.directory.faults
        shown = lambda record: project(directory.rendered(kind, record, base), kind, query)
        if id is None and self.command == "GET":
            return 200, self.page(kind, query, base)
        if id is None and self.command == "POST":
            return 201, {**shown(directory.write(kind, read_resource(self.understood(body), kind)))}
        if id is None:
            raise ScimError(405, f"{self.command} is not supported here.")
        record = directory.find(kind, id)
        if self.command == "GET":
            return 200, shown(record)
        if self.command == "PUT":
            data = read_resource(self.understood(body), kind)
            return 200, shown(directory.write(kind, {**record["data"], **data} if "put-merges" in faults else data, record))
        if self.command == "PATCH":
            after = directory.write(kind, apply_patch(record["data"], self.understood(body), kind, faults), record)
            return (204, None) if kind == "Group" and "attributes" not in query else (200, shown(after))
        if self.command == "DELETE":
            directory.remove(kind, record)
            return 204, None
        raise ScimError(405, f"{self.command} is not supported here.")

    def understood(self, body):
        """With the fault: every text about active is true, as `bool("False")` is."""
        if "string-false-is-true" not in self.directory.faults or not isinstance(body, dict):
            return body
        return json.loads(re.sub(r'"[Ff]alse"', '"True"', json.dumps(body)))

    def page(self, kind, query, base):
        directory = self.directory
        fits = Filter.of_kind(query["filter"], kind, directory.faults) if "filter" in query else lambda _: True
        found = [one for one in (directory.rendered(kind, record, base) for record in directory.records[kind].values()) if fits(one)]
        try:
            start, count = max(1, int(query.get("startIndex", 1))), int(query.get("count", MAX_PAGE))
        except ValueError:
            raise invalid("startIndex and count are whole numbers.") from None
        start = 1 if "first-page-only" in directory.faults else start
        page = found[start - 1:start - 1 + max(0, min(count, MAX_PAGE))]
        return {**list_of([project(one, kind, query) for one in page], start), "totalResults": len(found)}

    def log_message(self, *_):
        """Quiet."""


def main():
    parser = argparse.ArgumentParser(description="A SCIM 2.0 endpoint under /scim/v2. Everything is kept in memory.")
    parser.add_argument("--port", type=int, default=3000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", default="secret")
    parser.add_argument("--fault", default="", help="NAME[,NAME…]")
    parser.add_argument("--list-faults", action="store_true")
    options = parser.parse_args()
    if options.list_faults:
        print("\n".join(f"{name:28}{what}" for name, what in FAULTS.items()))
        return
    faults = {name.strip() for name in options.fault.split(",") if name.strip()}
    if faults - set(FAULTS):
        parser.error(f"There is no fault {', '.join(sorted(faults - set(FAULTS)))}. --list-faults shows them all.")
    Handler.directory, Handler.token = Directory(faults), options.token
    try:
        server = ThreadingHTTPServer((options.host, options.port), Handler)
    except OSError as error:
        parser.error(f"Nothing can be served on port {options.port}: {error.strerror}.")
    server.daemon_threads = True
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"SCIM at http://{options.host}:{server.server_address[1]}{BASE}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
