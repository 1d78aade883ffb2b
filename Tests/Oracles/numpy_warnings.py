"""Writes Tests/Fixtures/scripts/numpy.json: for each script whose numbers go wrong what CPython with NumPy prints.

    python3.12 Tests/Oracles/numpy_warnings.py         # with CPython 3.12.1, pip install numpy==2.4.6

The scripts stand in numpy_warnings.txt. The folders of the script and of the installed packages are left out of paths.
"""
import numpy
import script_errors

if __name__ == "__main__":
    script_errors.write("numpy_warnings.txt", "numpy.json", numpy=numpy.__version__)
