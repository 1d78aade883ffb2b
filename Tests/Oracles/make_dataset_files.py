"""Writes small data sets in the forms that NumPy, Keras and gzip give MNIST.

Three training and two test images; pixel (i, y, x) of part p is (31 i + 7 y + 3 x + p) mod 256,
where p is 0 for training and 1 for test. Labels are 5, 0, 4 and 7, 2.
"""

import gzip
import io
import pathlib
import struct
import zipfile

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "Fixtures" / "datasets"


def images(count, part):
    i, y, x = np.ogrid[:count, :28, :28]
    return ((31 * i + 7 * y + 3 * x + part) % 256).astype(np.uint8)


def arrays(labels=np.uint8):
    return {
        "x_train": images(3, 0), "y_train": np.array([5, 0, 4], labels),
        "x_test": images(2, 1), "y_test": np.array([7, 2], labels),
    }


def idx(array):
    header = struct.pack(">HBB", 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.tobytes()


def save(folder, save_function, values):
    (OUT / folder).mkdir(parents=True, exist_ok=True)
    save_function(OUT / folder / "mnist.npz", **values)


def save_version(folder, version):
    (OUT / folder).mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(OUT / folder / "mnist.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays().items():
            stream = io.BytesIO()
            np.lib.format.write_array(stream, array, version=version)
            archive.writestr(f"{name}.npy", stream.getvalue())


def main():
    save("compressed", np.savez_compressed, arrays())
    for name, labels in {"int64": np.int64, "int32-big-endian": ">i4", "int8": np.int8}.items():
        save(name, np.savez_compressed, arrays(labels))
    save("stored", np.savez, arrays())
    save_version("version2", (2, 0))
    save_version("version3", (3, 0))
    channels = arrays()
    channels["x_train"] = channels["x_train"][..., None]
    save("channels", np.savez_compressed, channels)
    columns = arrays() | {"x_train": np.asfortranarray(images(3, 0))}
    save("column-major", np.savez_compressed, columns)
    objects = arrays() | {"y_train": np.array([5, 0, 4], object)}
    save("objects", np.savez_compressed, objects)
    save("floats", np.savez_compressed, arrays() | {"x_train": images(3, 0).astype(np.float32)})
    save("flat", np.savez_compressed, arrays() | {"x_train": images(3, 0).reshape(3, 784)})
    save("negative", np.savez_compressed, arrays() | {"y_test": np.array([7, -1], np.int64)})
    lacking = arrays()
    del lacking["y_test"]
    save("lacking", np.savez_compressed, lacking)

    names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
    (OUT / "gzip").mkdir(parents=True, exist_ok=True)
    for name, array in zip(names, arrays().values()):
        (OUT / "gzip" / f"{name}-ubyte.gz").write_bytes(gzip.compress(idx(array), mtime=0))
    bomb = gzip.compress(idx(images(3, 0)) + bytes(1 << 23), mtime=0)
    (OUT / "bomb").mkdir(parents=True, exist_ok=True)
    (OUT / "bomb" / "train-images-idx3-ubyte.gz").write_bytes(bomb)


main()
