internal import Kernels
internal import Tensors

extension MaxPooling2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.addPooling(window, takesLargest: true, site)
  }
}

extension AveragePooling2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.addPooling(window, takesLargest: false, site)
  }
}

extension GlobalMaxPooling2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.addPooling(.whole(site.inputShape), takesLargest: true, site)
  }
}

extension GlobalAveragePooling2D: PlannedLayer {
  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.addPooling(.whole(site.inputShape), takesLargest: false, site)
  }
}

extension Window {
  /// One window over a whole image.
  fileprivate static func whole(_ image: Shape) -> Window {
    Window(kernelSize: [image[0], image[1]], strides: [1, 1], padding: .valid)
  }
}

extension PlanBuilder {
  /// Adds a pooling over a window.
  fileprivate mutating func addPooling(
    _ window: Window, takesLargest: Bool, _ site: PlanSite
  ) {
    let geometry = window.geometry(over: site.inputShape)
    let channels = site.inputShape[2]
    let count = site.outputShape.count
    add(
      PoolingStep(
        places: advance(to: count), windows: PoolingWindows(geometry),
        channels: channels,
        winners: takesLargest ? memory.region(perImage: count) : nil))
  }
}
