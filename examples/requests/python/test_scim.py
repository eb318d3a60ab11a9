"""What Entra ID or JumpCloud sends, against your endpoint. With pytest, or with `python3 -m unittest test_scim`."""

import json
import os
import re
import unittest
import urllib.error
import urllib.request
import uuid

BASE_URL = os.environ.get("SCIM_URL", "http://localhost:3000/scim/v2")
TOKEN = os.environ.get("SCIM_TOKEN", "secret")
CORPUS = os.environ.get("SCIM_REQUESTS", "entra.json")


def contains(whole, part):
    """null stands for no value; of a list, some element contains each."""
    if part is None:
        return whole is None
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(contains(one, wanted) for one in whole) for wanted in part)
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(contains(whole.get(key), value) for key, value in part.items())
    return whole == part


class Endpoint:
    def __init__(self):
        self.values = {"token": TOKEN, "newUuid": str(uuid.uuid4()), "newDate": "2026-01-05T08:00:00Z"}

    def fill(self, text):
        return re.sub(r"\{\{(\w+)\}\}", lambda found: self.values.get(found[1], found[0]), text)

    def filled(self, value):
        return json.loads(self.fill(json.dumps(value)))

    def ask(self, method, path, headers, body=None):
        data = None if body is None else json.dumps(self.filled(body)).encode()
        request = urllib.request.Request(BASE_URL + self.fill(path), data, method=method)
        for name, value in headers.items():
            request.add_header(name, self.fill(value))
        try:
            with urllib.request.urlopen(request) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        return status, json.loads(text) if text else None


class LifeOfACompany(unittest.TestCase):
    def test_every_act(self):
        endpoint = Endpoint()
        with open(CORPUS, encoding="utf-8") as file:
            corpus = json.load(file)
        for act in corpus["acts"]:
            with self.subTest(act["id"], says=act["says"]):
                for request in act["requests"]:
                    self.sends(endpoint, request)
                for resource in act["directory"]:
                    self.finds(endpoint, resource)

    def sends(self, endpoint, request):
        status, body = endpoint.ask(request["method"], request["path"], request["headers"], request.get("body"))
        answer = request["answer"]
        self.assertIn(status, answer["status"], request["name"])
        for name, path in request.get("captures", {}).items():
            endpoint.values[name] = body["id"] if path == "$.id" else body["Resources"][0]["id"]
        if "has" in answer:
            self.assertTrue(contains(body, endpoint.filled(answer["has"])), f"{request['name']}: {body}")

    def finds(self, endpoint, resource):
        headers = {"Authorization": "Bearer {{token}}", "Accept": "application/scim+json"}
        status, body = endpoint.ask("GET", resource["path"], headers)
        if resource["is"] == "gone":
            return self.assertEqual(404, status, resource["path"])
        self.assertTrue(contains(body, endpoint.filled(resource.get("has", {}))), f"{resource['path']}: {body}")
        for name, strangers in resource.get("lacks", {}).items():
            for stranger in endpoint.filled(strangers):
                self.assertFalse(contains(body, {name: [stranger]}), f"{resource['path']}: {body}")


if __name__ == "__main__":
    unittest.main()
