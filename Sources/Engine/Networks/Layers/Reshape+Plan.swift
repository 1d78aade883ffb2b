extension Reshape: PassingLayer {}
