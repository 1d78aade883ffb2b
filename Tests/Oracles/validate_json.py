"""Checks JSON files against a schema in docs/ with Python's jsonschema.

Usage: validate_json.py SCHEMA FILE...   ("-" reads standard input)
Exit status: 0 all valid, 1 some not, 2 jsonschema is missing.
"""
import json
import pathlib
import sys
import warnings

try:
    import jsonschema
except ImportError:
    sys.exit(2)

docs = pathlib.Path(__file__).parent.parent.parent / "docs"
schemas = {path.name: json.loads(path.read_text()) for path in docs.glob("*.schema.json")}
schema = schemas[sys.argv[1]]
jsonschema.Draft202012Validator.check_schema(schema)
# Old versions of the package, which systems ship, know no other way to name further schemas.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    resolver = jsonschema.RefResolver("", schema, store=schemas)
validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
failed = False
for name in sys.argv[2:]:
    text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text()
    for error in validator.iter_errors(json.loads(text)):
        failed = True
        print(f"{name}: {error.json_path}: {error.message[:200]}")
sys.exit(1 if failed else 0)
