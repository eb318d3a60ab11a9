"""What SCIM says about values, paths, filters and PATCH (RFC 7643, RFC 7644). Nothing here knows of HTTP."""

import copy
import json
import re

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


class ScimError(Exception):
    """Becomes an answer with an error body (RFC 7644 section 3.12)."""

    def __init__(self, status, detail, scim_type=None):
        super().__init__(detail)
        self.status, self.detail, self.scim_type = status, detail, scim_type


def invalid(detail, scim_type="invalidValue"):
    return ScimError(400, detail, scim_type)


def attribute(name, type="string", multi=False, subs=(), **more):
    described = {
        "name": name, "type": type, "multiValued": multi, "description": f"The {name} of the resource.",
        "required": False, "caseExact": False, "mutability": "readWrite", "returned": "default", "uniqueness": "none",
    }
    return {**described, **({"subAttributes": list(subs)} if type == "complex" else {}), **more}


def plural(name, *subs):
    labels = [*map(attribute, [*subs, "display", "type"]), attribute("primary", "boolean")]
    return attribute(name, "complex", True, labels)


PLURALS = ["emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates"]
NAME_PARTS = ["formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"]
ADDRESS_PARTS = ["formatted", "streetAddress", "locality", "region", "postalCode", "country"]
READ_ONLY = {"mutability": "readOnly"}

USER_ATTRIBUTES = [
    attribute("userName", required=True, uniqueness="server"),
    attribute("name", "complex", subs=map(attribute, NAME_PARTS)),
    *map(attribute, ["displayName", "nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone"]),
    attribute("active", "boolean"),
    attribute("password", mutability="writeOnly", returned="never"),
    *[plural(name, "value") for name in PLURALS],
    plural("addresses", *ADDRESS_PARTS),
    attribute("groups", "complex", True, map(attribute, ["value", "$ref", "display", "type"]), **READ_ONLY),
]
ENTERPRISE_ATTRIBUTES = [
    *map(attribute, ["employeeNumber", "costCenter", "organization", "division", "department"]),
    attribute("manager", "complex", subs=[attribute("value", caseExact=True), *map(attribute, ["$ref", "displayName"])]),
]
GROUP_ATTRIBUTES = [
    attribute("displayName", required=True),
    attribute("members", "complex", True, [attribute("value", caseExact=True), *map(attribute, ["$ref", "type"])]),
]
COMMON = [
    attribute("schemas", multi=True, returned="always", **READ_ONLY),
    attribute("id", caseExact=True, returned="always", **READ_ONLY),
    attribute("externalId", caseExact=True),
    attribute("meta", "complex", subs=map(attribute, ["resourceType", "location", "created", "lastModified"]), **READ_ONLY),
]
SCHEMAS = {USER: USER_ATTRIBUTES, ENTERPRISE: ENTERPRISE_ATTRIBUTES, GROUP: GROUP_ATTRIBUTES}
KINDS = {
    "User": {"path": "/Users", "urn": USER, "core": COMMON + USER_ATTRIBUTES, "extension": ENTERPRISE_ATTRIBUTES},
    "Group": {"path": "/Groups", "urn": GROUP, "core": COMMON + GROUP_ATTRIBUTES, "extension": []},
}


def named(attributes, name):
    return next((one for one in attributes if one["name"].lower() == name.lower()), None)


class Path:
    """`emails[type eq "work"].value` or `urn:…:User:department`; without an attribute it is the whole extension."""

    def __init__(self, is_extension, attribute=None, filter=None, sub=None):
        self.is_extension, self.attribute, self.filter, self.sub = is_extension, attribute, filter, sub

    @staticmethod
    def parse(text, kind):
        """None when no schema knows the path."""
        known = KINDS[kind]
        if text.lower() == ENTERPRISE.lower():
            return Path(True)
        if text.lower().startswith(ENTERPRISE.lower() + ":"):
            return Path._inside(text[len(ENTERPRISE) + 1:], known["extension"], True)
        if text.lower().startswith(known["urn"].lower() + ":"):
            return Path._inside(text[len(known["urn"]) + 1:], known["core"], False)
        # Older Entra jobs write `manager` without its URN.
        return Path._inside(text, known["core"], False) or Path._inside(text, known["extension"], True)

    @staticmethod
    def _inside(text, attributes, is_extension):
        match = re.fullmatch(r"([\w$-]+)(?:\[(.*)\])?(?:\.([\w$-]+))?", text, re.S)
        found = named(attributes, match[1]) if match else None
        if not found:
            return None
        sub = named(found.get("subAttributes", []), match[3]) if match[3] else None
        return None if match[3] and not sub else Path(is_extension, found, match[2], sub)

    def elements(self, resource):
        container = resource.get(ENTERPRISE, {}) if self.is_extension else resource
        value = container.get(self.attribute["name"]) if self.attribute else container
        return [] if value is None else value if isinstance(value, list) else [value]

    def values(self, resource):
        elements = self.elements(resource)
        if self.sub:
            return [element[self.sub["name"]] for element in elements if self.sub["name"] in element]
        return [element.get("value", element) if isinstance(element, dict) else element for element in elements]


TOKEN = re.compile(r'\s*(\(|\)|\[|\]|"(?:[^"\\]|\\.)*"|[^\s()\[\]"]+)')
OPERATORS = {
    "eq": lambda a, b: a == b, "co": lambda a, b: b in a, "sw": str.startswith, "ew": str.endswith,
    "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b, "lt": lambda a, b: a < b, "le": lambda a, b: a <= b,
}


class Filter:
    """Compiles a filter (RFC 7644 section 3.4.2.2) into a function of a resource, or of one element of an attribute."""

    def __init__(self, text, resolve):
        self.text, self.resolve, self.at, self.tokens = text, resolve, 0, []
        position = 0
        while text[position:].strip():
            match = TOKEN.match(text, position)
            if not match:
                raise self.failure()
            self.tokens.append(match[1])
            position = match.end()
        self.fits = self.either()
        if self.at < len(self.tokens):
            raise self.failure()

    @staticmethod
    def of_kind(text, kind, faults=()):
        def resolve(name):
            path = Path.parse(name, kind)
            if not path or not path.attribute:
                return None, lambda _: [], lambda _: [], False
            exact = "case-sensitive-user-name" in faults and path.attribute["name"] == "userName"
            return path.attribute, path.values, path.elements, exact or (path.sub or path.attribute)["caseExact"]
        return Filter(text, resolve).fits

    @staticmethod
    def of_element(text, attribute):
        def resolve(name):
            sub = named(attribute.get("subAttributes", []), name)
            values = lambda element: [element[sub["name"]]] if sub and sub["name"] in element else []
            return None, values, lambda _: [], bool(sub and sub["caseExact"])
        return Filter(text, resolve).fits

    def failure(self):
        return invalid(f"The filter {json.dumps(self.text)} is not understood.", "invalidFilter")

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        if token is None:
            raise self.failure()
        self.at += 1
        return token

    def took(self, word):
        if (self.peek() or "").lower() != word:
            return False
        self.at += 1
        return True

    def either(self):
        parts = [self.both()]
        while self.took("or"):
            parts.append(self.both())
        return lambda resource: any(part(resource) for part in parts)

    def both(self):
        parts = [self.term()]
        while self.took("and"):
            parts.append(self.term())
        return lambda resource: all(part(resource) for part in parts)

    def term(self):
        if self.took("not"):
            inner = self.term()
            return lambda resource: not inner(resource)
        if not self.took("("):
            return self.comparison()
        inner = self.either()
        if not self.took(")"):
            raise self.failure()
        return inner

    def comparison(self):
        name = self.take()
        if not re.fullmatch(r"[\w:.$-]+", name):
            raise self.failure()
        attribute, values, elements, exact = self.resolve(name)
        if self.peek() == "[":
            return self.value_path(attribute, elements)
        operator = self.take().lower()
        if operator == "pr":
            return lambda resource: any(value != "" for value in values(resource))
        if operator != "ne" and operator not in OPERATORS:
            raise self.failure()
        wanted = self.literal(self.take())
        if wanted is None:
            return lambda resource: (not values(resource)) == (operator == "eq")
        fold = (lambda value: text_of(value)) if exact else (lambda value: text_of(value).lower())
        test = OPERATORS.get(operator, OPERATORS["eq"])
        finds = lambda resource: any(test(fold(value), fold(wanted)) for value in values(resource))
        return (lambda resource: not finds(resource)) if operator == "ne" else finds

    def value_path(self, attribute, elements):
        start = self.at + 1
        depth = 0
        while True:
            token = self.take()
            depth += (token == "[") - (token == "]")
            if depth == 0:
                break
        inside = " ".join(self.tokens[start:self.at - 1])
        # Entra asks for emails[type eq "work"].value eq "…": the comparison is about the same element.
        behind = ""
        if (self.peek() or "").startswith("."):
            behind = f" and {self.take()[1:]} {self.take()}"
            behind += "" if behind.lower().endswith(" pr") else f" {self.take()}"
        if not attribute:
            return lambda _: False
        fits = Filter.of_element(f"({inside}){behind}", attribute)
        return lambda resource: any(fits(element) for element in elements(resource))

    def literal(self, token):
        if token in ("(", ")", "[", "]"):
            raise self.failure()
        try:
            return json.loads(token if token.startswith('"') else token.lower())
        except ValueError:
            if token.startswith('"'):
                raise self.failure() from None
            return token


def text_of(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def described_by(text, attribute):
    """What an element must be to fit `type eq "work"`; None when the filter does not say."""
    described = {}
    for part in re.split(r"\s+and\s+", text, flags=re.I):
        match = re.fullmatch(r'\(?\s*([\w$]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*\)?', part.strip(), re.I)
        sub = named(attribute.get("subAttributes", []), match[1]) if match else None
        if not sub:
            return None
        value = json.loads(match[2] if match[2].startswith('"') else match[2].lower())
        described[sub["name"]] = text_of(value).lower() == "true" if sub["type"] == "boolean" else value
    return described


def read_resource(body, kind):
    """The body of a POST or PUT, with only what it assigns."""
    if not isinstance(body, dict):
        raise invalid("A resource is a JSON object.", "invalidSyntax")
    resource = read_attributes(body, KINDS[kind]["core"])
    inside = next((value for name, value in body.items() if name.lower() == ENTERPRISE.lower()), None)
    if isinstance(inside, dict):
        enterprise = read_attributes(inside, KINDS[kind]["extension"])
        if enterprise:
            resource[ENTERPRISE] = enterprise
    return resource


def read_attributes(body, attributes):
    read = {}
    for name, given in body.items():
        found = named(attributes, name)
        if found and found["mutability"] != "readOnly":
            value = read_value(found, given)
            if value is not None:
                read[found["name"]] = value
    return read


def read_value(attribute, given):
    """None means unassigned (RFC 7643 section 2.5)."""
    if given is None or not attribute["multiValued"]:
        return None if given is None else read_single(attribute, given)
    elements = [read_single(attribute, one) for one in (given if isinstance(given, list) else [given])]
    return one_primary(distinct([one for one in elements if one is not None])) or None


def read_single(attribute, given):
    value = given[0] if isinstance(given, list) and len(given) == 1 else given
    if value is None:
        return None
    if attribute["type"] == "boolean":
        if isinstance(value, bool):
            return value
        # Entra writes "True" and "False".
        if str(value).lower() in ("true", "false"):
            return str(value).lower() == "true"
        raise invalid(f"{attribute['name']} is true or false.")
    if attribute["type"] != "complex":
        if isinstance(value, (dict, list)):
            raise invalid(f"{attribute['name']} is a text.")
        return text_of(value)
    if isinstance(value, str) and named(attribute["subAttributes"], "value"):
        # A manager as a bare id, and "" to remove it.
        return {"value": value} if value else None
    if not isinstance(value, dict):
        raise invalid(f"{attribute['name']} is an object.")
    read = read_attributes(value, attribute["subAttributes"])
    return None if not read or (attribute["name"] == "manager" and not read.get("value")) else read


def key_of(element):
    if not isinstance(element, dict):
        return element
    return (element["value"], element.get("type")) if "value" in element else json.dumps(element, sort_keys=True)


def distinct(elements):
    return list({key_of(element): element for element in reversed(elements)}.values())[::-1]


def one_primary(elements):
    """At most one element is primary (RFC 7643 section 2.4): the last one that says so."""
    primaries = [index for index, one in enumerate(elements) if isinstance(one, dict) and one.get("primary") is True]
    for index in primaries[:-1]:
        elements[index] = {**elements[index], "primary": False}
    return elements


def apply_patch(resource, body, kind, faults=()):
    """The resource after all operations of a PATCH; the one given stays as it is, so that a failing PATCH changes nothing."""
    operations = member_of(body, "operations") if isinstance(body, dict) else None
    if not isinstance(operations, list) or not operations:
        raise invalid("A PATCH has Operations, an array.", "invalidSyntax")
    draft = copy.deepcopy(resource)
    for operation in operations:
        if not isinstance(operation, dict):
            raise invalid("An operation is an object.", "invalidSyntax")
        op = str(member_of(operation, "op")).lower()
        if op not in ("add", "replace", "remove"):
            raise invalid(f"There is no operation {op}.", "invalidSyntax")
        change(draft, op, member_of(operation, "path"), member_of(operation, "value"), kind, faults)
    if not draft.get(ENTERPRISE, True):
        del draft[ENTERPRISE]
    return draft


def member_of(body, name):
    return next((value for key, value in body.items() if key.lower() == name), None)


def change(draft, op, path, value, kind, faults):
    if path in (None, ""):
        change_many(draft, op, value, kind, faults, "")
        return
    target = Path.parse(str(path), kind)
    if not target:
        raise invalid(f"No schema knows the path {json.dumps(path)}.", "invalidPath")
    if not target.attribute:
        if op == "remove":
            draft.pop(ENTERPRISE, None)
        else:
            change_many(draft, op, value, kind, faults, f"{ENTERPRISE}:")
    elif target.attribute["mutability"] == "readOnly":
        raise invalid(f"{target.attribute['name']} cannot be written.", "mutability")
    else:
        change_one(draft, op, target, value, faults)


def change_many(draft, op, value, kind, faults, prefix):
    """An object without a path: each of its keys is one. Read-only and unknown ones are ignored, as in a PUT."""
    if op == "remove":
        raise invalid("A remove needs a path.", "noTarget")
    if not isinstance(value, dict):
        raise invalid("An operation without a path needs an object.", "invalidSyntax")
    if "patch-without-path-ignored" in faults:
        return
    for key, inner in value.items():
        target = Path.parse(prefix + key, kind)
        if target and not target.attribute:
            change_many(draft, op, inner or {}, kind, faults, f"{ENTERPRISE}:")
        elif target and target.attribute["mutability"] != "readOnly":
            change_one(draft, op, target, inner, faults)


def change_one(draft, op, target, value, faults):
    container = draft.setdefault(ENTERPRISE, {}) if target.is_extension else draft
    name = target.attribute["name"]
    if target.attribute["multiValued"]:
        after = change_elements(container.get(name, []), op, target, value, faults)
    else:
        after = change_single(container.get(name), op, target, value)
    if after in (None, []):
        container.pop(name, None)
    else:
        container[name] = after


def change_single(before, op, target, value):
    if target.sub:
        inner = None if op == "remove" else read_value(target.sub, value)
        after = with_sub(before or {}, target.sub["name"], inner)
        return None if target.attribute["name"] == "manager" and not after.get("value") else after or None
    read = None if op == "remove" else read_single(target.attribute, value)
    return {**(before or {}), **read} if read and target.attribute["name"] == "name" else read


def change_elements(before, op, target, value, faults):
    if target.filter is not None:
        return change_fitting(before, op, target, value)
    if target.sub:
        inner = None if op == "remove" else read_value(target.sub, value)
        elements = [{}] if not before and inner is not None else before
        return settled([with_sub(element, target.sub["name"], inner) for element in elements])
    given = read_value(target.attribute, value) or []
    if op == "replace":
        return given
    is_member = target.attribute["name"] == "members"
    value_of = lambda element: element.get("value", key_of(element)) if isinstance(element, dict) else element
    if op == "add":
        if is_member and "member-add-replaces" in faults:
            return given
        there = {value_of(element) for element in before} if is_member else set()
        return one_primary(distinct(before + [one for one in given if value_of(one) not in there]))
    if not given or (is_member and "member-remove-empties-group" in faults):
        return []
    gone = {value_of(element) for element in given}
    return [element for element in before if value_of(element) not in gone]


def change_fitting(before, op, target, value):
    fits = Filter.of_element(target.filter, target.attribute)
    if op == "remove":
        if not target.sub:
            return [element for element in before if not fits(element)]
        return settled([with_sub(one, target.sub["name"], None) if fits(one) else one for one in before])
    update = {target.sub["name"]: read_value(target.sub, value)} if target.sub else read_single(target.attribute, value) or {}
    if any(map(fits, before)):
        plain = lambda one: {**one, "primary": False} if update.get("primary") is True and one.get("primary") else one
        return settled([merged(one, update) if fits(one) else plain(one) for one in before])
    described = described_by(target.filter, target.attribute)
    if not described:
        raise invalid(f"{target.attribute['name']}[{target.filter}] fits no element.", "noTarget")
    return settled(before + [merged(described, update)])


def settled(elements):
    """Without elements that have lost all but their label."""
    return one_primary([element for element in elements if set(element) - {"type", "primary", "display"}])


def merged(element, update):
    for name, value in update.items():
        element = with_sub(element, name, value)
    return element


def with_sub(element, name, value):
    rest = {key: inner for key, inner in element.items() if key != name}
    return rest if value is None else {**rest, name: value}
