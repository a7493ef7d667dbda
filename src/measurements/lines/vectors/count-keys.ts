export { countKeys } from './parts/counts'
