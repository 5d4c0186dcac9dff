"""Makes quantiles.txt: quantiles of every family at 40 digits and more, from mpmath's arithmetic and series of our own; nothing of the library is used.

Run it with: python3 quantiles.py > quantiles.txt
"""

import sys
from itertools import islice

import mpmath
from mpmath import mp, mpf

DIGITS = 75
mp.dps = DIGITS
FIXED_POINT = 320  # bits
# Among them the middles of pieces of the coarsest tables (0x108000, 0x21000000, 0x42000000), where these err most.
LOWER = [0, 1, 5, 1000, 123456, 1 << 20, 0x108000, 0x1A3F5C7, 0x5A5A5A5, 1 << 28, 0x1C71C71C, 0x21000000, 0x38E38E39, 1 << 30, 0x42000000, 0x60000001]
LOWER += [(1 << 31) - 1]
INTEGERS = LOWER + [2**32 - 1 - x for x in reversed(LOWER)]

SPECIFICATIONS = """
uniform 0 1
uniform -3 7
uniform 0.999999 1
triangular 0 0.05 0.3
triangular 0 0 1
triangular 0 0.3 0.3
triangular 800000 1000000 1400000
triangular -1 0.9999 1
pert 5 20 60 4
pert 40 80 200 4
pert 0 0 1 4
pert 0 1 1 4
pert 10 11 1000 10
pert 0 0.5 1 0.1
pert 0 0.4 1 100000
normal 0 1
normal 100 15
normal 0.001 5
normal 1000000 1
student_t 0 1 3
student_t 0 1 4
student_t 0 1 7.5
student_t 0 1 29
student_t 0 1 200
student_t 0 1 100000
student_t 2.3 0.45 41
truncated_normal 60 40 0 inf
truncated_normal 120 40 0 inf
truncated_normal 0 1 -inf 0
truncated_normal 0 1 0 inf
truncated_normal 0 1 -1 1
truncated_normal 0 1 -8 8
truncated_normal 0 1 5.9 inf
truncated_normal 0 1 -inf -5.5
truncated_normal 0.5 0.1 0 1
truncated_normal 0.9 0.5 0 1
truncated_normal 0 1000 0 1
truncated_normal 0 1 3 3.001
truncated_normal 0 1 -6 inf
truncated_normal 0 1 -6.6 inf
truncated_normal 0 1 -7.5 0.5
truncated_normal 0 1 -20 4
lognormal 6.8 0.4
lognormal 7.3 0.8
lognormal 0 10
lognormal -300 10
lognormal 300 3
lognormal 0 0.001
lognormal 0 1e-9
gamma 0.05 1
gamma 0.06 1500
gamma 0.1 0.001
gamma 0.3 1
gamma 0.5 2
gamma 0.8 1500
gamma 1 1
gamma 1.5 2
gamma 2.5 500
gamma 16 75
gamma 25 40
gamma 100 1
gamma 1000 1
gamma 100000 0.01
gamma 10000000 1
beta 0.05 0.05
beta 0.05 100000
beta 100000 0.05
beta 0.05 5
beta 5 0.05
beta 0.05 1
beta 0.1 0.3
beta 0.5 0.5
beta 0.9 5
beta 1 1
beta 1 5
beta 1 100000
beta 2 18
beta 1.5 6
beta 12 28
beta 59.5 7.5
beta 200 1
beta 1000 50
beta 100000 50
beta 50 100000
beta 100000 100000
scaled_beta 8 12 0 250
scaled_beta 0.5 0.5 -1 1
scaled_beta 45 15 100 150
scaled_beta 0.05 3 10 20
poisson 1e-9
poisson 0.1
poisson 1
poisson 7
poisson 100
poisson 10000
poisson 10000000
negative_binomial 1e-9 1
negative_binomial 10 2.5
negative_binomial 3 0.05
negative_binomial 1000 0.5
negative_binomial 100000 10000000
negative_binomial 10000000 10000000
negative_binomial 1000000 0.5
negative_binomial 10000000 20
negative_binomial 10000000 0.05
discrete 3 1 0.2 2.5 0.5 7 0.3
discrete 4 -1 0.25 0 0 1 0.5 1e9 0.25
empirical 5 3 1 4 1.5 9
affine 2 1 gamma 0.5 1
affine 1.0625 0 lognormal 6.8 0.4
affine 0.001 -5 beta 0.9 5
affine 3 -1 uniform 0 1
affine 0.5 10 triangular 0 1 4
affine 2 0 poisson 7
affine 1 -0.5 truncated_normal 0.9 0.5 0 1
odds 2 beta 12 28
odds 0.001 beta 0.9 5
odds 1000 beta 0.05 0.05
odds 30 beta 59.5 7.5
odds 3 uniform 0 1
odds 0.5 triangular 0 0.05 0.3
odds 1.7 pert 0 0.5 1 4
odds 4 truncated_normal 0.5 0.1 0 1
odds 2 scaled_beta 3 9 0.1 0.9
odds 2 discrete 2 0.1 0.5 0.4 0.5
mixture 2 0.5 normal 0 1 0.5 normal 3 0.5
mixture 2 0.3 fixed 0 0.7 beta 2 5
mixture 2 0.5 gamma 0.5 1 0.5 lognormal 2 1
mixture 3 0.2 uniform 0 1 0.3 triangular 2 3 4 0.5 beta 12 28
mixture 2 0.9 poisson 2 0.1 poisson 30
mixture 2 0.5 gamma 0.05 1 0.5 beta 0.05 3
mixture 2 0.5 truncated_normal 0.5 0.2 0 1 0.5 triangular 0 0.25 1
mixture 2 0.75 scaled_beta 0.5 0.5 2 4 0.25 pert 1 3 5 4
affine 10 5 mixture 2 0.25 gamma 2.5 1 0.75 gamma 16 1
"""


def fixed(x):
    return int(mpmath.ldexp(x, FIXED_POINT))


def log_normal_constant():
    return mpmath.log(2 * mpmath.pi) / 2


def series(first, ratio):
    """The sum of positive terms, in fixed point: ratio(n) is a numerator and a denominator."""
    term = total = first
    n = 0
    while term:
        above, below = ratio(n)
        term = term * above // below
        total += term
        n += 1
    return mpmath.ldexp(mpf(total), -FIXED_POINT)


class Continuous:
    """Of a canonical scale; y is a coordinate in which the whole line is searched. Probabilities below and above are both given in full."""

    halvings = 45

    def quantile(self, integer):
        u = mpf(2 * integer + 1) / 2**33
        lower = integer < 2**31
        goal = u if lower else 1 - u
        low, high = self.bracket()
        for _ in range(self.halvings):
            middle = (low + high) / 2
            below, above = self.probabilities(self.at(middle))
            if below < u:
                low = middle
            else:
                high = middle
        y = (low + high) / 2
        for _ in range(6):
            x = self.at(y)
            below, above = self.probabilities(x)
            missing = goal - below if lower else above - goal
            y += missing / (self.density(x) * self.stretch(x))
        x = self.at(y)
        below, above = self.probabilities(x)
        reached = below if lower else above
        assert abs(reached / goal - 1) < mpf(10) ** -40, (self, integer, reached, goal)
        return x

    def value(self, x):
        return x

    # (from, distance, density); x may be a pair of the value and what is missing to the upper end.
    def row(self, integer):
        x = self.quantile(integer)
        start = self.low if integer < 2**31 or mpmath.isinf(self.high) else self.high
        if mpmath.isinf(start):
            start = self.centre
        distance = -self.missing(x) if start == self.high else self.value(x) - start
        return start, distance, self.density(x)

    def missing(self, x):
        return self.high - x

    def cdf(self, x):
        return mpf(0) if x <= self.low else mpf(1) if x >= self.high else self.probabilities(x)[0]

    def density_at(self, x):
        return mpf(0) if x <= self.low or x >= self.high else self.density(x)


class Normal(Continuous):
    low, high = -mpmath.inf, mpmath.inf

    def __init__(self, mean, sd):
        self.centre, self.sd = mean, sd

    def bracket(self):
        return self.centre - 9 * self.sd, self.centre + 9 * self.sd

    def at(self, y):
        return y

    def stretch(self, x):
        return 1

    def density(self, x):
        return mpmath.npdf((x - self.centre) / self.sd) / self.sd

    def probabilities(self, x):
        z = (x - self.centre) / self.sd / mpmath.sqrt(2)
        return mpmath.erfc(-z) / 2, mpmath.erfc(z) / 2


class TruncatedNormal(Continuous):
    def __init__(self, mean, sd, low, high):
        self.centre, self.sd, self.low, self.high = mean, sd, low, high
        self.normal = Normal(mean, sd)
        self.within = self.between(low, high)

    def between(self, low, high):
        if self.centre < low:
            low, high = 2 * self.centre - high, 2 * self.centre - low
        tail = lambda x: mpf(0) if x == -mpmath.inf else mpf(1) if x == mpmath.inf else self.normal.probabilities(x)[0]
        return tail(high) - tail(low)

    def bracket(self):
        reach = 30 * self.sd
        return mpmath.log(mpf(10) ** -30 * self.sd), mpmath.log(2 * reach)

    # From whichever end is finite.
    def at(self, y):
        return max(self.low, self.high - mpmath.exp(-y)) if mpmath.isinf(self.low) else min(self.high, self.low + mpmath.exp(y))

    def bracket(self):
        return (-mpmath.log(60 * self.sd), mpmath.log(mpf(10) ** 40)) if mpmath.isinf(self.low) else (
            -mpmath.log(mpf(10) ** 40), mpmath.log(60 * self.sd))

    def stretch(self, x):
        return self.high - x if mpmath.isinf(self.low) else x - self.low

    def density(self, x):
        return self.normal.density(x) / self.within

    def probabilities(self, x):
        return self.between(self.low, x) / self.within, self.between(x, self.high) / self.within


class Uniform(Continuous):
    def __init__(self, low, high):
        self.low, self.high = low, high

    def quantile(self, integer):
        return self.low + (self.high - self.low) * (2 * integer + 1) / mpf(2) ** 33

    def density(self, x):
        return 1 / (self.high - self.low)

    def probabilities(self, x):
        return (x - self.low) / (self.high - self.low), (self.high - x) / (self.high - self.low)


class Triangular(Continuous):
    def __init__(self, low, mode, high):
        self.low, self.mode, self.high = low, mode, high

    def quantile(self, integer):
        u, width = mpf(2 * integer + 1) / 2**33, self.high - self.low
        if u * width <= self.mode - self.low:
            return self.low + mpmath.sqrt(u * width * (self.mode - self.low))
        return self.high - mpmath.sqrt((1 - u) * width * (self.high - self.mode))

    def density(self, x):
        width = self.high - self.low
        if x <= self.mode and self.mode > self.low:
            return 2 * (x - self.low) / (width * (self.mode - self.low))
        return 2 * (self.high - x) / (width * (self.high - self.mode))

    def probabilities(self, x):
        width = self.high - self.low
        if x <= self.mode and self.mode > self.low:
            below = (x - self.low) ** 2 / (width * (self.mode - self.low))
            return below, 1 - below
        above = (self.high - x) ** 2 / (width * (self.high - self.mode))
        return 1 - above, above


class LogNormal(Continuous):
    low, high = mpf(0), mpmath.inf

    def __init__(self, mu, sigma):
        self.normal, self.sigma = Normal(mu, sigma), sigma

    def quantile(self, integer):
        return mpmath.exp(self.normal.quantile(integer))

    def density(self, x):
        return self.normal.density(mpmath.log(x)) / x

    def probabilities(self, x):
        return self.normal.probabilities(mpmath.log(x))


def gamma_below(shape, x):
    """P(a, x) by the power series of Abramowitz and Stegun 6.5.29."""
    if x > shape + 200 + 40 * mpmath.sqrt(shape):
        return mpf(1)
    one, numerator, a = 1 << FIXED_POINT, fixed(x), fixed(shape)
    total = series(one, lambda n: (numerator, a + (n + 1) * one))
    return mpmath.exp(shape * mpmath.log(x) - x - mpmath.loggamma(shape + 1)) * total


class Gamma(Continuous):
    halvings = 24
    low, high = mpf(0), mpmath.inf

    def __init__(self, shape, scale):
        self.shape, self.scale = shape, scale

    def bracket(self):
        least = (-24 * mpmath.log(10) + mpmath.loggamma(self.shape + 1)) / self.shape
        if self.shape > 100:
            least = mpmath.log(self.shape) - 9 / mpmath.sqrt(self.shape)
        return least, mpmath.log(self.shape + 40 + 9 * mpmath.sqrt(self.shape))

    def at(self, y):
        return self.scale * mpmath.exp(y)

    def stretch(self, x):
        return x

    def density(self, x):
        z = x / self.scale
        return mpmath.exp((self.shape - 1) * mpmath.log(z) - z - mpmath.loggamma(self.shape)) / self.scale

    def probabilities(self, x):
        below = gamma_below(self.shape, x / self.scale)
        return below, 1 - below


def beta_below(a, b, x, missing):
    """I_x(a, b) by the power series of DLMF 8.17.8, from the end at which it converges faster."""
    if x > missing:
        return 1 - beta_below(b, a, missing, x)
    if (a + b) * x > a + 300 + 60 * mpmath.sqrt(a):
        return mpf(1)
    one, numerator = 1 << FIXED_POINT, fixed(x)
    both, after = fixed(a + b), fixed(a + 1)
    total = series(one, lambda n: ((both + n * one) * numerator, (after + n * one) << FIXED_POINT))
    constant = mpmath.loggamma(a + b) - mpmath.loggamma(a + 1) - mpmath.loggamma(b)
    return mpmath.exp(a * mpmath.log(x) + b * mpmath.log(missing) + constant) * total


class Beta(Continuous):
    halvings = 24
    low, high = mpf(0), mpf(1)

    def __init__(self, a, b):
        self.a, self.b = a, b

    def bracket(self):
        centre, spread = mpmath.log(self.a / self.b), mpmath.sqrt(1 / self.a + 1 / self.b)
        wide = 9 * spread if min(self.a, self.b) > 100 else 30 * (1 / self.a + 1 / self.b) + 60
        return centre - wide, centre + wide

    # Value and what is missing to one.
    def at(self, y):
        return 1 / (1 + mpmath.exp(-y)), 1 / (1 + mpmath.exp(y))

    def stretch(self, x):
        return x[0] * x[1]

    def value(self, x):
        return x[0]

    def missing(self, x):
        return x[1]

    def density(self, x):
        a, b = self.a, self.b
        return mpmath.exp((a - 1) * mpmath.log(x[0]) + (b - 1) * mpmath.log(x[1]) + mpmath.loggamma(a + b) - mpmath.loggamma(a) - mpmath.loggamma(b))

    def probabilities(self, x):
        if x[0] <= x[1]:
            below = beta_below(self.a, self.b, x[0], x[1])
            return below, 1 - below
        above = beta_below(self.b, self.a, x[1], x[0])
        return 1 - above, above

    def cdf(self, x):
        return mpf(0) if x <= 0 else mpf(1) if x >= 1 else self.probabilities((x, 1 - x))[0]

    def density_at(self, x):
        return mpf(0) if x <= 0 or x >= 1 else self.density((x, 1 - x))


class StudentT(Continuous):
    """With x of a symmetric beta, t is the root of the degrees of freedom times the hyperbolic sine of half the log-odds of x."""

    low, high = -mpmath.inf, mpmath.inf

    def __init__(self, location, scale, degrees):
        self.centre, self.scale, self.degrees = location, scale, degrees
        self.beta = Beta(degrees / 2, degrees / 2)

    def quantile(self, integer):
        x = self.beta.quantile(integer)
        return self.centre + self.scale * mpmath.sqrt(self.degrees) * mpmath.sinh(mpmath.log(x[0] / x[1]) / 2)

    def density(self, x):
        z, n = (x - self.centre) / self.scale, self.degrees
        constant = mpmath.loggamma((n + 1) / 2) - mpmath.loggamma(n / 2) - mpmath.log(n * mpmath.pi) / 2
        return mpmath.exp(constant - (n + 1) / 2 * mpmath.log1p(z * z / n)) / self.scale


class Affine(Continuous):
    def __init__(self, scale, shift, inner):
        self.scale, self.shift, self.inner = scale, shift, inner
        self.separate = getattr(inner, "separate", False)

    def row(self, integer):
        start, distance, density = self.inner.row(integer)
        return start * self.scale + self.shift, distance * self.scale, density / self.scale

    def cdf(self, x):
        return self.inner.cdf((x - self.shift) / self.scale)

    def density_at(self, x):
        return self.inner.density_at((x - self.shift) / self.scale) / self.scale


class ScaledBeta(Affine):
    def __init__(self, a, b, low, high):
        super().__init__(high - low, low, Beta(a, b))
        self.low, self.high = low, high


class Pert(ScaledBeta):
    def __init__(self, low, mode, high, shape):
        # The shapes as the library rounds them: what is tested is the quantile of these.
        a = mpf(1 + float(shape) * (float(mode) - float(low)) / (float(high) - float(low)))
        b = mpf(1 + float(shape) * (float(high) - float(mode)) / (float(high) - float(low)))
        super().__init__(a, b, low, high)


class Odds(Continuous):
    def __init__(self, factor, inner):
        self.factor, self.inner = factor, inner
        self.separate = getattr(inner, "separate", False)

    def row(self, integer):
        start, distance, density = self.inner.row(integer)
        there = lambda x: 1 - x + self.factor * x
        end, here = there(start), 1 - (start + distance) + self.factor * (start + distance)
        return self.factor * start / end, self.factor * distance / (end * here), density * here**2 / self.factor


class Counts:
    separate = True

    def row(self, integer):
        u = mpf(2 * integer + 1) / 2**33
        low, high = -1, 1
        while self.cdf(mpf(high)) < u:
            high *= 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self.cdf(mpf(middle)) >= u else (middle, high)
        return mpf(0), mpf(high), self.mass(mpf(high))

    def density_at(self, x):
        return mpf(0)


class Poisson(Counts):
    def __init__(self, mean):
        self.mean, self.low, self.high = mean, mpf(0), mpmath.inf

    def cdf(self, x):
        return mpf(0) if x < 0 else 1 - gamma_below(mpmath.floor(x) + 1, self.mean)

    def mass(self, count):
        return mpmath.exp(count * mpmath.log(self.mean) - self.mean - mpmath.loggamma(count + 1))


class NegativeBinomial(Counts):
    def __init__(self, mean, size):
        self.mean, self.size, self.low, self.high = mean, size, mpf(0), mpmath.inf
        self.separate = not mean * (1 + mean / size) > 1e10

    def cdf(self, x):
        success = self.size / (self.size + self.mean)
        return mpf(0) if x < 0 else beta_below(self.size, mpmath.floor(x) + 1, success, self.mean / (self.size + self.mean))

    def mass(self, count):
        k, success = self.size, self.size / (self.size + self.mean)
        ways = mpmath.loggamma(count + k) - mpmath.loggamma(count + 1) - mpmath.loggamma(k)
        return mpmath.exp(ways + k * mpmath.log(success) + count * mpmath.log(1 - success))


class Discrete:
    separate = True

    def __init__(self, values, weights):
        self.pairs = sorted(zip(values, weights))
        self.low, self.high = self.pairs[0][0], self.pairs[-1][0]

    def row(self, integer):
        u, total = mpf(2 * integer + 1) / 2**33, mpf(0)
        for value, weight in self.pairs:
            total += weight
            if total >= u:
                return mpf(0), value, mpmath.inf
        return mpf(0), self.high, mpmath.inf

    def cdf(self, x):
        return sum((w for v, w in self.pairs if v <= x), mpf(0))

    def density_at(self, x):
        return mpf(0)


class Mixture(Continuous):
    def __init__(self, components, weights):
        self.components, self.weights = components, weights
        self.low, self.high = min(c.low for c in components), max(c.high for c in components)
        self.centre = mpf(0)
        self.separate = all(getattr(c, "separate", False) for c in components)

    def cdf(self, x):
        return sum(w * c.cdf(x) for w, c in zip(self.weights, self.components))

    def density(self, x):
        return sum(w * c.density_at(x) for w, c in zip(self.weights, self.components))

    def quantile(self, integer):
        u = mpf(2 * integer + 1) / 2**33
        low = self.low if not mpmath.isinf(self.low) else mpf(-1000)
        high = self.high if not mpmath.isinf(self.high) else mpf(10) ** 6
        if low == 0:
            low = mpf(10) ** -300
        for _ in range(230):
            middle = mpmath.sqrt(low * high) if self.low == 0 else (low + high) / 2
            low, high = (low, middle) if self.cdf(middle) >= u else (middle, high)
        # A step: the value at which the cdf passes over u.
        for value in islice((v for c in self.components if isinstance(c, Discrete) for v, _ in c.pairs), 100):
            if abs(value - high) < mpf(10) ** -40:
                return value
        return mpmath.nint(high) if self.separate else (low + high) / 2

    def row(self, integer):
        start, distance, density = super().row(integer)
        isStep = any(isinstance(c, Discrete) and any(v == start + distance for v, _ in c.pairs) for c in self.components)
        return start, distance, mpmath.inf if isStep else density


def number(text):
    return mpmath.inf if text == "inf" else -mpmath.inf if text == "-inf" else mpf(float(text))


def parsed(tokens):
    family = next(tokens)
    take = lambda n: [number(next(tokens)) for _ in range(n)]
    if family == "affine":
        return Affine(*take(2), parsed(tokens))
    if family == "odds":
        return Odds(*take(1), parsed(tokens))
    if family == "mixture":
        pairs = [(take(1)[0], parsed(tokens)) for _ in range(int(next(tokens)))]
        return Mixture([c for _, c in pairs], [w for w, _ in pairs])
    if family == "discrete":
        given = take(2 * int(next(tokens)))
        return Discrete(given[0::2], given[1::2])
    if family == "empirical":
        given = take(int(next(tokens)))
        return Discrete(given, [mpf(1) / len(given)] * len(given))
    if family == "fixed":
        return Discrete(take(1), [mpf(1)])
    kinds = {
        "uniform": Uniform, "triangular": Triangular, "pert": Pert, "normal": Normal, "truncated_normal": TruncatedNormal, "lognormal": LogNormal,
        "student_t": StudentT, "gamma": Gamma, "beta": Beta, "scaled_beta": ScaledBeta, "poisson": Poisson, "negative_binomial": NegativeBinomial,
    }
    return kinds[family](*[number(token) for token in islice(tokens, kinds[family].__init__.__code__.co_argcount - 1)])


def check_against_mpmath():
    """Our two series against mpmath's own functions."""
    for shape, x in [(0.05, 1e-30), (0.3, 2), (2.5, 0.1), (16, 30), (100, 60)]:
        shape, x = mpf(shape), mpf(x)
        assert abs(gamma_below(shape, x) / mpmath.gammainc(shape, 0, x, regularized=True) - 1) < mpf(10) ** -45
    for a, b, x in [(0.05, 0.05, 1e-15), (0.9, 5, 0.3), (12, 28, 0.7), (59.5, 7.5, 0.5)]:
        a, b, x = mpf(a), mpf(b), mpf(x)
        assert abs(beta_below(a, b, x, 1 - x) / mpmath.betainc(a, b, 0, x, regularized=True) - 1) < mpf(10) ** -45


def main():
    check_against_mpmath()
    print(f"# Quantiles at (x + 1/2) / 2^32 for integers x, made by quantiles.py with mpmath {mpmath.__version__} at {DIGITS} digits; each is solved until its")
    print("# probability is right to 40 digits. A line with > has a distribution, in words before their parameters; the lines below it have the integer x,")
    print("# the end from which distances count (the centre where it is infinite), the distance of the quantile from it, and the density there.")
    print("# Separate values, which are hit exactly or not at all, stand alone; where a count spreads over very many values its probability is its density.")
    for line in SPECIFICATIONS.split("\n"):
        if line:
            print(f"> {line}", flush=True)
            print(line, file=sys.stderr)
            distribution = parsed(iter(line.split()))
            for integer in INTEGERS:
                start, distance, density = distribution.row(integer)
                if getattr(distribution, "separate", False) or mpmath.isinf(density):
                    print(integer, mpmath.nstr(start + distance, 17, min_fixed=-3, max_fixed=17))
                else:
                    print(integer, repr(float(start)), mpmath.nstr(distance, 17), mpmath.nstr(density, 7))


if __name__ == "__main__":
    main()
