/** Babel for both builds of the mini-program; the compiler config hands it to babel-loader by path. */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
