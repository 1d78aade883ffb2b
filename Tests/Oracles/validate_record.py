"""Checks run records against docs/run-record.schema.json with Python's jsonschema.

Usage: validate_record.py RECORD...   ("-" reads standard input)
Exit status: 0 all valid, 1 some not, 2 jsonschema is missing.
"""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(2)

root = pathlib.Path(__file__).parent.parent.parent
schema = json.loads((root / "docs/run-record.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failed = False
for name in sys.argv[1:]:
    text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text()
    for error in validator.iter_errors(json.loads(text)):
        failed = True
        print(f"{name}: {error.json_path}: {error.message[:200]}")
sys.exit(1 if failed else 0)
