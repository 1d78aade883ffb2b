internal import Networks

/// The numbers of one fit.
package struct FitPlan {
  /// The epochs to train, counted from 0 within this fit.
  package var epochs: Int
  /// The number of the first one, from 0, for those who count on from another fit; it matters to
  /// ``validation`` alone.
  package var firstEpoch: Int
  /// Epochs that earlier fits of the model have done: shuffles go on from there.
  package var epochsDone: Int
  /// The samples of a batch in training; the last of a pass may have fewer.
  package var batchSize: Int
  /// The samples of a batch in validation, where that makes a difference: to the losses of several
  /// outputs alone.
  package var validationBatchSize: Int?
  /// Whether each pass has an order of its own, a function of the seed and the pass.
  package var shuffle: Bool
  /// The seed of shuffles and of layers that draw numbers.
  package var seed: UInt64
  /// Whether training goes on with a loss that isn't finite.
  package var goesOn: Bool
  /// Changes the speed, never the result.
  package var threads: Int
  /// Which batches each epoch has, where a program says how many.
  package var course: BatchCourse?
  /// Which epochs end with validation; nil for none.
  package var validation: ValidationRule?

  /// A plan with the defaults of Keras' `fit`: 32 samples a batch, shuffled passes, validation
  /// after every epoch.
  package init(
    epochs: Int, firstEpoch: Int = 0, epochsDone: Int = 0, batchSize: Int = 32,
    validationBatchSize: Int? = nil,
    shuffle: Bool = true, seed: UInt64 = 0, threads: Int = 1, course: BatchCourse? = nil,
    validation: ValidationRule? = .every(1), goesOn: Bool = false
  ) {
    (self.epochs, self.firstEpoch, self.epochsDone) = (epochs, firstEpoch, epochsDone)
    self.batchSize = batchSize
    (self.validationBatchSize, self.shuffle) = (validationBatchSize, shuffle)
    (self.seed, self.threads, self.goesOn) = (seed, threads, goesOn)
    (self.course, self.validation) = (course, validation)
  }

  /// What the engine is told of an epoch, from 0.
  func options(of epoch: Int) -> FitOptions {
    FitOptions(
      epochs: epochsDone + epochs, batchSize: batchSize, initialEpoch: epochsDone + epoch,
      shuffle: shuffle, seed: seed, threads: threads, part: course?.part(ofEpoch: epoch),
      validationBatchSize: validationBatchSize, goesOn: goesOn)
  }

  /// Whether an epoch, from 0, ends with validation.
  func validates(_ epoch: Int) -> Bool { validation?.includes(firstEpoch + epoch) ?? false }

  /// What is the same for all epochs, for keys.
  var key: String {
    "batch \(batchSize) shuffle \(shuffle) seed \(seed)"
      + (validationBatchSize.map { $0 == batchSize ? "" : " validation batch \($0)" } ?? "")
  }

  /// What tells the epochs from one on from others that follow the same state, for keys.
  func place(of epoch: Int) -> String {
    let passes = course.map { "\($0) epoch \(epoch)" } ?? "pass \(epochsDone + epoch)"
    guard let validation, validation != .every(1) else { return passes }
    return passes + " \(validation) epoch \(firstEpoch + epoch)"
  }
}

/// Which epochs end with validation; epochs count from 1.
package enum ValidationRule: Hashable, CustomStringConvertible {
  case every(Int)
  case listed(Set<Int>)

  /// - Parameter epoch: from 0.
  package func includes(_ epoch: Int) -> Bool {
    switch self {
    case .every(let number): (epoch + 1).isMultiple(of: number)
    case .listed(let epochs): epochs.contains(epoch + 1)
    }
  }

  /// The rule in words that differ for different rules, for keys.
  package var description: String {
    switch self {
    case .every(let number): "validated every \(number)"
    case .listed(let epochs): "validated after \(epochs.sorted())"
    }
  }
}
