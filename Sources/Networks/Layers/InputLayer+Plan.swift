extension InputLayer: PassingLayer {}
