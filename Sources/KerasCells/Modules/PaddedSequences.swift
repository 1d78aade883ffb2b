internal import ArrayCells
internal import Cells
internal import NumericArrays

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
      try machine.spend(memory: rows.count * max(width, 0) * 8)
      var numbers: [Double] = []
      for row in rows {
        let kept = cutsFront ? Array(row.suffix(width)) : Array(row.prefix(width))
        let blanks = [Double](repeating: fill, count: width - kept.count)
        numbers += isFront ? blanks + kept : kept + blanks
      }
      let dtype = try TensorCall(call).dtype() ?? .int32
      let (all, shape) = (numbers, [rows.count, width])
      return KerasTensors.value(
        try machine.raising { () throws(ArrayError) in
          try NumericArray(reals: all, shape: shape).astype(dtype)
        }, machine)
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
