extension Trainer {
  /// Refuses, before anything is made, what one run may not hold.
  func checkMemory(batch: Int, isTraining: Bool, threads: Int) throws(TrainingError) {
    let need = MemoryNeed(
      model, batch: batch, optimizer: isTraining ? compilation.optimizer : nil, threads: threads)
    if need.isTooMuch { throw .tooMuchMemory(need) }
  }
}
