/// Lines of NumPy 2.4.6 that its warnings name, and what of each is shown.
extension SourceOfNumPy {
  static let sumMethod = SourceOfNumPy(
    "_core/_methods", 49, "return umr_sum(a, axis, dtype, out, keepdims, initial, where)")
  static let productMethod = SourceOfNumPy(
    "_core/_methods", 53, "return umr_prod(a, axis, dtype, out, keepdims, initial, where)")
  static let reduction = SourceOfNumPy(
    "_core/fromnumeric", 83, "return ufunc.reduce(obj, axis, dtype, out, **passkwargs)")
  /// Where a function of `numpy` calls the array's method, and where it makes an array of a list first.
  static let wrapped = SourceOfNumPy("_core/fromnumeric", 54, "return bound(*args, **kwds)")
  static let wrappedList = SourceOfNumPy(
    "_core/fromnumeric", 43, "result = getattr(arr, method)(*args, **kwds)")

  static let meanCall = SourceOfNumPy(
    "_core/fromnumeric", 3824, "return _methods._mean(a, axis=axis, dtype=dtype,")
  static let meanSum = SourceOfNumPy(
    "_core/_methods", 132, "ret = umr_sum(arr, axis, dtype, out, keepdims, where=where)")
  static let meanQuotient = SourceOfNumPy("_core/_methods", 134, "ret = um.true_divide(")
  static let meanOfAll = SourceOfNumPy(
    "_core/_methods", 142, "ret = ret.dtype.type(ret / rcount)")
  static let averageCall = SourceOfNumPy(
    "lib/_function_base_impl", 576, "avg = a.mean(axis, **keepdims_kw)")

  static let varianceCall = SourceOfNumPy(
    "_core/fromnumeric", 4232, "return _methods._var(a, axis=axis, dtype=dtype, out=out, ddof=ddof,"
  )
  static let deviationCall = SourceOfNumPy(
    "_core/_methods", 219, "ret = _var(a, axis=axis, dtype=dtype, out=out, ddof=ddof,")
  static let centerSum = SourceOfNumPy(
    "_core/_methods", 168, "arrmean = umr_sum(arr, axis, dtype, keepdims=True, where=where)")
  static let center = SourceOfNumPy(
    "_core/_methods", 178, "arrmean = um.true_divide(arrmean, div, out=arrmean,")
  static let distance = SourceOfNumPy(
    "_core/_methods", 188, "x = um.subtract(arr, arrmean, out=...)")
  static let squares = SourceOfNumPy("_core/_methods", 190, "x = um.square(x, out=x)")
  static let varianceQuotient = SourceOfNumPy("_core/_methods", 208, "ret = um.true_divide(")
  static let varianceOfAll = SourceOfNumPy(
    "_core/_methods", 211, "ret = ret.dtype.type(ret / rcount)")
  static let missingDeviation = SourceOfNumPy(
    "lib/_nanfunctions_impl", 1997, "var = nanvar(a, axis=axis, dtype=dtype, out=out, ddof=ddof,")

  static let outerProduct = SourceOfNumPy(
    "_core/numeric", 994, "return multiply(a.ravel()[:, newaxis], b.ravel()[newaxis, :], out)")
  static let squaredNorm = SourceOfNumPy("linalg/_linalg", 2768, "sqnorm = x.dot(x)")
  static let filled = SourceOfNumPy(
    "_core/numeric", 386, "multiarray.copyto(a, fill_value, casting='unsafe')")
}
