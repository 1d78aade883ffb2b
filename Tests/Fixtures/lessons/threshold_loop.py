import numpy as np
from keras.models import Sequential
from keras.layers import Dense
rng = np.random.RandomState(0)
X = rng.rand(1000, 20)
w = rng.rand(20, 1)
y = (X.dot(w) > 5).astype(int)
model = Sequential()
model.add(Dense(16, input_dim=20, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
for run in range(2):
    model.fit(X, y, epochs=1, batch_size=32, verbose=0)
print(model.evaluate(X, y, verbose=0))
res = model.predict(X[:5])
print(res.shape)
