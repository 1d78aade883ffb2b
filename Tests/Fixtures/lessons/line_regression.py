import numpy as np
import matplotlib.pyplot as plt
from keras.models import Sequential
from keras.layers import Dense, Input
from keras.optimizers import SGD
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

np.random.seed(7)
x = np.linspace(-3, 3, 400).reshape(-1, 1)
noise = np.random.normal(0, 0.1, size=x.shape)
y = np.sin(x) + noise
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.25, random_state=1)
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)
mean, deviation = y_train.mean(), y_train.std()
targets = (y_train - mean) / deviation

model = Sequential([Input(shape=(1,)), Dense(32, activation='tanh'), Dense(32, activation='tanh'), Dense(1)])
model.compile(optimizer=SGD(learning_rate=0.05, momentum=0.9), loss='mse', metrics=['mae'])
history = model.fit(x_train, targets, epochs=50, batch_size=32, verbose=0)
print(sorted(history.history.keys()))
losses = np.array(history.history['loss'])
print(losses.argmin(), losses.shape)

guess = model.predict(x_test, verbose=0) * deviation + mean
order = np.argsort(x_test, axis=0).ravel()
plt.scatter(x_test, y_test, s=5, label='data')
plt.plot(x_test[order], guess[order], color='red', label='model')
plt.xlabel('x')
plt.ylabel('sin(x)')
plt.legend(loc='upper left')
plt.grid(True)
plt.show()
