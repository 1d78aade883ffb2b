internal import CKernels

extension ThreadPool {
  /// The number of processors that this process may use.
  public static var available: Int { max(caderno_processors(), 1) }
}
