extension Flatten: PassingLayer {}
