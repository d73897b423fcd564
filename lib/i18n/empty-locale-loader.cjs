// Turbopack loader: replaces a language that the product does not ship by an empty dictionary.
module.exports = () => 'export default {};';
