internal import Diagnostics
internal import Notebooks

extension Notebook {
  /// Whether it is a Python script, which means what CPython makes of it: Jupyter's names aren't there.
  var isScript: Bool { source.file.hasSuffix(".py") }
}
