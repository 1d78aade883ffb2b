internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `pad_sequences`: lists of different lengths as the rows of one array.
enum PaddedSequences {
  static var function: BuiltinFunction {
    BuiltinFunction(
      "pad_sequences",
      "sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0"
    ) { call throws(PyError) in
      let machine = call.machine
      var rows: [[Double]] = []
      for item in try machine.array(call.required("sequences")) {
        let array = try KerasTensors.array(item, machine)
        guard array.ndim == 1 else {
          throw call.error(
            "ValueError", "pad_sequences() takes sequences of numbers only, not of sequences")
        }
        rows.append(array.reals())
      }
      let width = try call.int("maxlen") ?? rows.map(\.count).max() ?? 0
      let (isFront, cutsFront) = (try isPre("padding", call), try isPre("truncating", call))
      let fill = try call.double("value", or: 0)
      let (cells, overflows) = rows.count.multipliedReportingOverflow(by: max(width, 0))
      guard !overflows, cells < 1 << 28 else {
        throw call.error("MemoryError", "pad_sequences() takes too much memory")
      }
      try machine.spend(memory: cells * 8)
      var numbers: [Double] = []
      for row in rows {
        let kept = Array(cutsFront ? row.suffix(max(width, 0)) : row.prefix(max(width, 0)))
        let blanks = [Double](repeating: fill, count: max(width, 0) - kept.count)
        numbers += isFront ? blanks + kept : kept + blanks
      }
      let dtype = try TensorCall(call).dtype() ?? .int32
      let (all, shape) = (numbers, [rows.count, max(width, 0)])
      return KerasTensors.value(
        try machine.raising { () throws(ArrayError) in
          try NumericArray(reals: all, shape: shape).astype(dtype)
        }, machine)
    }.giving { call in
      NumPyTypes.known(KnownArray([call["sequences"]?.items?.count, call["maxlen"]?.whole]))
    }
  }

  private static func isPre(_ name: String, _ call: Call) throws(PyError) -> Bool {
    let word = try call.string(name) ?? "pre"
    guard ["pre", "post"].contains(word) else {
      let noun = name == "padding" ? "Padding" : "Truncating"
      throw call.error("ValueError", "\(noun) type \"\(word)\" not understood")
    }
    return word == "pre"
  }
}
