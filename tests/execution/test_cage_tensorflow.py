"""TensorFlow, Keras and scikit-learn in the cage: imported before the fork, used after it."""

import pytest

from tests.execution.caged import VARIANTS, Place, Variant, place

pytestmark = [pytest.mark.cage, pytest.mark.slow]

TRAINING = """
    import numpy as np, keras, os, threading
    keras.utils.set_random_seed(3)
    rng = np.random.default_rng(3)
    x = rng.normal(size=(256, 4)).astype('float32')
    y = (x.sum(axis=1) > 0).astype('float32')
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation='relu'),
                              keras.layers.Dense(1, activation='sigmoid')])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss='binary_crossentropy',
                  metrics=['accuracy'])
    model.fit(x, y, epochs=8, batch_size=32, verbose=0)
    before = model.predict(x, verbose=0)
    model.save_weights('model.weights.h5')
    model.save('model.keras')
    again = keras.saving.load_model('model.keras')
    same = np.allclose(again.predict(x, verbose=0), before)
    accuracy = float(model.evaluate(x, y, verbose=0)[1])
    import tensorflow as tf
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(99).batch(16).prefetch(2)
    batches = sum(1 for _ in data)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(x) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    compiled = tf.function(lambda t: t @ tf.transpose(t), jit_compile=True)(x[:8])
    result = [accuracy > 0.9, bool(same), os.path.exists('model.weights.h5'), batches == 16,
              all(g is not None for g in gradients), compiled.shape == (8, 8)]"""
FITTING = """
    import numpy as np
    from sklearn.datasets import make_moons
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score
    x, y = make_moons(200, noise=0.1, random_state=1)
    scores = cross_val_score(LogisticRegression(), x, y, cv=3)
    forest = RandomForestClassifier(20, random_state=1, n_jobs=2).fit(x, y)
    result = [bool(scores.mean() > 0.8), bool(forest.score(x, y) > 0.9)]"""


@pytest.mark.parametrize("variant", VARIANTS[:4], ids=lambda variant: variant.name)
def test_networks_and_forests_are_trained(variant: Variant) -> None:
    with place(variant, preload="tensorflow,keras,sklearn.ensemble") as here:
        check(here)


def check(here: Place) -> None:
    trained = here.try_out(TRAINING, memory_mb=3000, timeout_s=120)
    assert trained.state == "value", trained
    assert trained.value == [True] * 6
    fitted = here.try_out(FITTING, memory_mb=3000, timeout_s=60)
    assert fitted.state == "value", fitted
    assert fitted.value == [True] * 2
    flood = here.try_out("import tensorflow as tf; result = tf.ones((900, 1 << 20)).shape[0]")
    assert flood.state != "value", "900 million numbers fitted into a gigabyte"
