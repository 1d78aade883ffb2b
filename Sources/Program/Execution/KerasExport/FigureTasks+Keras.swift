internal import Networks
internal import PythonSyntax
internal import Tensors
internal import Words

extension ArchitectureTask {
  func write(to program: inout KerasProgram) {
    program.add("\(program.variable(modelID)).summary()")
  }
}

extension KernelsTask {
  func write(to program: inout KerasProgram) {
    guard let placed = program.models[modelID]?.layers[layer], let axes = placed.kernelAxes else {
      return
    }
    let kernel = "\(program.layer(layer, of: modelID)).get_weights()[0]"
    let ordered =
      switch axes {
      case .channelsFilters: kernel
      case .filtersChannels: "\(kernel).transpose(0, 1, 3, 2)"
      case .pairs: "\(kernel).reshape(\(placed.kernelExtents), 1, -1)"
      }
    program.add(program.call(.showKernels, [ordered, "\(count)"]))
  }
}

extension ActivationsTask {
  func write(to program: inout KerasProgram) {
    guard let placed = program.models[modelID]?.layers[layer] else { return }
    let name = program.variable(program.id)
    let model = program.variable(modelID)
    program.add(
      "\(name) = keras.Model(\(model).inputs, \(program.layer(layer, of: modelID)).output)")
    let (x, _) = program.data(data)
    program.add("\(name) = \(name).predict(\(x)[\(image):\(image + 1)], verbose=0)[0]")
    switch placed.outputShape.rank {
    case 3: program.add(program.call(.showMaps, [name, "\(count)"]))
    case 2: program.add(program.call(.showMaps, ["\(name)[..., None]", "1"]))
    default:
      let names = "[str(unit) for unit in range(\(name).size)]"
      program.add(
        program.call(.showBars, [names, "\(name).ravel()", PythonText.literal(placed.name)]))
    }
  }
}

extension HistogramTask {
  func write(to program: inout KerasProgram) {
    let words = program.words
    switch numbers {
    case .weights(let id, let layer):
      let placed = layer.flatMap { program.models[id]?.layers[$0] }
      let owner = layer.map { program.layer($0, of: id) } ?? program.variable(id)
      let label = PythonText.literal(placed.map { words.weight(of: $0.name) } ?? words.weight)
      let all = "np.concatenate([np.ravel(weight) for weight in \(owner).trainable_weights])"
      program.add(program.call(.showHistogram, ["{\(label): \(all)}", "\(bins)", label]))
    case .pixels(let data):
      let (x, _) = program.data(data)
      let label = PythonText.literal(words.pixel)
      let top = 255 * (program.datasets[data.id]?.scale ?? 1)
      program.add(
        program.call(
          .showHistogram, ["{\(label): \(x).ravel()}", "\(bins)", label, "(0, \(top))"]))
    case .confidence(let id, let data):
      let found = program.predict(id, data)
      let chances = program.chances(id, scores: found.scores, guesses: found.guesses)
      let hits = "\(found.guesses) == \(found.truths)"
      let parts = [(words.right, hits), (words.wrong, "~(\(hits))")].map {
        "\(PythonText.literal($0)): \(chances)[\($1)]"
      }
      let label = PythonText.literal(words.confidence)
      program.add(
        program.call(
          .showHistogram, ["{\(parts.joined(separator: ", "))}", "\(bins)", label, "(0, 1)"]))
    }
  }
}

extension BarsTask {
  func write(to program: inout KerasProgram) {
    let names = program.classNames(data)
    let label = PythonText.literal(program.words.measure(measure))
    guard let modelID else {
      let classes = data.facts.classNames.count
      let counts = "np.bincount(\(program.truths(data)), minlength=\(classes))"
      program.add(program.call(.showBars, [names, counts, label]))
      return
    }
    let counts = program.tally(modelID, data)
    let axis = measure == .precision ? 0 : 1
    let shares = "np.diag(\(counts)) / np.maximum(\(counts).sum(axis=\(axis)), 1)"
    program.add(program.call(.showBars, [names, shares, label]))
  }
}

extension CalibrationTask {
  func write(to program: inout KerasProgram) {
    let found = program.predict(modelID, data)
    let chances = program.chances(modelID, scores: found.scores, guesses: found.guesses)
    let hits = "\(found.guesses) == \(found.truths)"
    program.add(program.call(.showCalibration, [chances, hits, "\(bins)"]))
  }
}

extension SaliencyTask {
  func write(to program: inout KerasProgram) {
    program.add(program.call(.showSaliency, question.arguments(&program) + question.labels))
  }
}

extension GradCAMTask {
  func write(to program: inout KerasProgram) {
    let arguments = question.arguments(&program)
    let name = "\(program.layer(layer, of: question.modelID)).name"
    program.add(program.call(.showGradCAM, arguments + [name] + question.labels))
  }
}

extension ScoreQuestion {
  /// The model, the example as it takes it, and the picture of that.
  fileprivate func arguments(_ program: inout KerasProgram) -> [String] {
    let (x, _) = program.data(data)
    return [program.variable(modelID), "\(x)[\(image)]", program.picture(data, image)]
  }

  fileprivate var labels: [String] { label.map { ["label=\($0)"] } ?? [] }
}

extension KerasProgram {
  /// A layer of a model by its place.
  fileprivate mutating func layer(_ place: Int, of modelID: String) -> String {
    "\(variable(modelID)).layers[\(place)]"
  }
}

extension ModelLayer {
  fileprivate var kernelExtents: String {
    usedSpecs[0].shape.extents.prefix(2).map(String.init).joined(separator: ", ")
  }
}
